"""Print the path of the pip wheel that this Python carries for its own `ensurepip`."""

import ensurepip
import pathlib
import sysconfig

folders = [pathlib.Path(ensurepip.__file__).parent / "_bundled"]
folders += [pathlib.Path(one) for one in [sysconfig.get_config_var("WHEEL_PKG_DIR")] if one]
print(max(wheel for folder in folders for wheel in folder.glob("pip-*.whl")))
