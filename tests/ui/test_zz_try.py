from hands import Desk
from pathlib import Path
from ilead_studio.resources import resource
def test_try(desk: Desk):
    import shutil
    f=Path('/tmp/mp.ilead'); shutil.copy(resource('examples','attendance.ilead'), f)
    desk.answers.path=f
    desk.window.do('open'); desk.settle()
    import time
    t=time.perf_counter(); desk.press('Ctrl+7'); print('open', time.perf_counter()-t)
    desk.window.grab().save('/tmp/mp1.png')
    v=desk.window.sections.view
    print(desk.focus.accessibleName(), v.counts())
    desk.press('F7'); desk.window.grab().save('/tmp/mp2.png'); print(desk.focus.accessibleName(), desk.window.status.words)
    desk.press('Shift+F7'); desk.window.grab().save('/tmp/mp3.png'); desk.press('Escape')
    desk.press('F7'); print(desk.focus.accessibleName())
    desk.press('Return'); desk.window.grab().save('/tmp/mp4.png'); print(desk.focus.accessibleName(), desk.window.status.words)
    desk.window.do('next steps'); desk.settle(); desk.window.grab().save('/tmp/mp5.png')
    desk.press('Ctrl+Z'); desk.press('Ctrl+Z')
