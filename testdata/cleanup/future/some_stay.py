from __future__ import annotations, division
from __future__ import division, annotations
from __future__ import (annotations,  # why
                        division)
from __future__ import (annotations, division,)
from __future__ import (division,
                        # about annotations
                        annotations,
                        print_function,  # gone
                        with_statement)
from __future__ import generator_stop, annotations, barry_as_FLUFL
