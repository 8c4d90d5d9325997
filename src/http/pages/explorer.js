// What the explorer's page lacks: a viewport for telephones, and a logo that leads to the front page and says so.
const viewport = document.createElement('meta')
viewport.name = 'viewport'
viewport.content = 'width=device-width, initial-scale=1'
document.head.append(viewport)

// The filter of Swagger UI looks for words in the names of the groups alone, where nobody would look for "withdrawal".
const opsFilter = (groups, words) => {
  const wanted = words.trim().toLowerCase()
  const says = (text) => text?.toLowerCase().includes(wanted)
  const isMeant = (one) =>
    ['summary', 'operationId'].some((name) => says(one.getIn(['operation', name]))) || says(one.get('path'))
  return groups
    .map((group, name) => (says(name) ? group : group.update('operations', (all) => all.filter(isMeant))))
    .filter((group) => group.get('operations').size > 0)
}

// The logo that Swagger UI shows until ours replaces it has a style of its own inside, which the page's policy refuses.
window.SwaggerUIStandalonePreset = [
  window.SwaggerUIStandalonePreset,
  () => ({ components: { Logo: () => null }, fn: { opsFilter } }),
]

/** Does something to an element of the page as soon as it is there. */
const onceThere = (selector, change) =>
  new MutationObserver((_, observer) => {
    const element = document.querySelector(selector)
    if (!element) return
    observer.disconnect()
    change(element)
  }).observe(document.body, { childList: true, subtree: true })

onceThere('.topbar a.link img', (logo) => {
  logo.alt = 'Pacta, the front page'
  logo.parentElement.href = '/'
})

onceThere('.operation-filter-input', (filter) => {
  filter.placeholder = filter.ariaLabel = 'Find operations: withdrawal, csv …'
})

/** What a select box chooses. Swagger UI writes that beside most of them, but ties it to none but those of media types. */
const chosenBy = (box) => {
  if (box.id === 'servers') return 'Server'
  if (box.classList.contains('examples-select-element')) return 'Examples'
  return box.closest('tr[data-param-name]')?.dataset.paramName
}

// They come when an operation is opened, and come anew when it is tried out or reset.
new MutationObserver(() => {
  for (const box of document.querySelectorAll('select')) {
    const name = chosenBy(box)
    if (name !== undefined && box.ariaLabel !== name) box.ariaLabel = name
  }
}).observe(document.body, { childList: true, subtree: true })
