const empty: never[] = []
Object.freeze(empty)

/** Gives the list, or one shared frozen list where it is empty: most lists kept of an act or a state are empty. */
export const light = <T>(list: T[]): T[] => (list.length === 0 ? empty : list)
