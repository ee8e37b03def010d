"""What a handout says, before any paper: pages of headings, words, tables, lists and rows to write.

Every page is a plain function from what is ``Given`` to ``Leaf`` values, whose parts are the blocks
of ``packet/blocks``. PDF, word processor, slides and spreadsheet each paint the same leaves.
"""
