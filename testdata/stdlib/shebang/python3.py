#!/usr/bin/python2.7-dbg
async def f(): pass
