"""What pages and workbooks are called, wherever they are named."""

from ilead_studio.model import Fishbone, Page, Workbook
from ilead_studio.words import say


def workbook_name(workbook: Workbook) -> str:
    """Return the title of a workbook, or what to call one that has none."""
    return workbook.title or say("Untitled workbook")


def kind_name(page: Page) -> str:
    """Say what kind of page it is."""
    return say("Fishbone") if isinstance(page, Fishbone) else say("Driver diagram")


def root_words(page: Page) -> str:
    """Return the words of a page's root: the head or the aim, empty until somebody types them."""
    return page.head if isinstance(page, Fishbone) else page.aim


def page_name(page: Page) -> str:
    """Return what a page is called in a list: its title, else its head or aim, else its kind."""
    return page.title or root_words(page) or f"{kind_name(page)} {page.ref}"
