const empty: never[] = []
Object.freeze(empty)

/** The list, or where it is empty the one that stands for every empty list: most lists that are kept of an act or a state are. */
export const light = <T>(list: T[]): T[] => (list.length === 0 ? empty : list)
