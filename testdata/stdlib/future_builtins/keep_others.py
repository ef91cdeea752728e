from future.builtins import map
import future_things
