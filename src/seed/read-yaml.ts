import { answerWith } from './beside.ts'
import { readYamlFiles } from './read.ts'

// A thread of a build: reads some of the seed's YAML files.
answerWith(readYamlFiles)
