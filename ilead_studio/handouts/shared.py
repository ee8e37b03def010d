"""What the pages of one document share: embedded faces and pictures."""

from io import BytesIO

from ilead_studio.errors import ExportError
from ilead_studio.handouts.document import Document, dictionary, stream
from ilead_studio.handouts.faces import EmbeddedFace
from ilead_studio.handouts.ink import Stamp, picture_name
from ilead_studio.words import say


class Shared:
    """Faces and pictures, each embedded once, in order of first use."""

    def __init__(self) -> None:
        self._faces: dict[str, EmbeddedFace] = {}
        self._pictures: dict[str, object] = {}
        self._stamps: dict[Stamp, None] = {}

    def face(self, name: str) -> EmbeddedFace:
        """Return the embedded face of a name ("Regular")."""
        if name not in self._faces:
            self._faces[name] = EmbeddedFace(name)
        return self._faces[name]

    def picture(self, png: bytes, *, gray: bool = False) -> str:
        """Embed a picture, in grey if wanted, and return the name by which a page paints it.

        Raises:
            ExportError: if it cannot be read.
        """
        name = picture_name(png)
        if name not in self._pictures:
            self._pictures[name] = _image(png, gray=gray)
        return name

    def stamp(self, it: Stamp, *, gray: bool = False) -> None:
        """Take care that everything is there that a stamp needs."""
        if it not in self._stamps:
            self._stamps[it] = None
            for name, shapes in it.shapes:
                self.face(name).show(shapes)
            for png in it.pictures:
                self.picture(png, gray=gray)

    def put(self, document: Document) -> bytes:
        """Embed everything in use and return the reference to the resources of every page."""
        faces = {name: face.put(document) for name, face in self._faces.items()}
        pictures = {name: document.put(name, it) for name, it in self._pictures.items()}
        fonts = document.put("BasicFonts", dictionary(**faces))
        return document.put("Resources", dictionary(Font=fonts, XObject=dictionary(**pictures)))


def _image(png: bytes, *, gray: bool) -> object:
    """Return a picture as a PDF image: in colour, on white where it is transparent."""
    from PIL import Image  # comes with ReportLab; only pictures need it

    try:
        with Image.open(BytesIO(png), formats=["PNG"]) as read:
            picture = read.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        message = say("A picture on the page cannot be read. Remove it or put it in again.")
        raise ExportError(message) from error
    ground = Image.new("RGBA", picture.size, "white")
    flat = Image.alpha_composite(ground, picture).convert("L" if gray else "RGB")
    space = b"/DeviceGray" if gray else b"/DeviceRGB"
    return stream(
        flat.tobytes(), Type=b"/XObject", Subtype=b"/Image", Width=flat.width,
        Height=flat.height, ColorSpace=space, BitsPerComponent=8,
    )  # fmt: skip
