import { answerWith } from './beside.ts'
import { inputsDigest } from './inputs.ts'

// A thread of a build: tells what a record of the seed in a folder is built from.
answerWith(inputsDigest)
