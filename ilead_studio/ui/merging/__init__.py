"""Two copies of a workbook become one."""
