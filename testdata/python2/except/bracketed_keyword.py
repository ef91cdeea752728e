# py3k-test: -f except -f reserved_names --from 2
try: pass
except E as(await): print await
try: pass
except E as ( e ): print e
