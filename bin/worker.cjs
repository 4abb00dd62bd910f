// The parsing thread of the bundled program.
'use strict'
require('./bundle.cjs').load('worker.cjs')
