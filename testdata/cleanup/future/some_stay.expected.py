from __future__ import annotations
from __future__ import annotations
from __future__ import (annotations  # why
)
from __future__ import (annotations,)
# gone
from __future__ import (
                        # about annotations
                        annotations)
from __future__ import annotations, barry_as_FLUFL
