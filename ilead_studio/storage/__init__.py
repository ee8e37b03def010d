"""The file: its format, and reading and writing it so that no words are ever lost.

Imports the model. Other people's exceptions (OSError, pydantic's) end here: what leaves this
package is a ``FileError`` with a sentence for the user.
"""
