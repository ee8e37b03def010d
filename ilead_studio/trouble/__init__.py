"""What goes wrong inside the program itself: found out, written down, told. Qt-free.

The log names kinds of errors, places in the code and versions. It quotes nothing: what an error
says of itself may hold words of a workbook, and the names of files and folders are somebody's own.
"""
