// What the explorer's page lacks: a viewport for telephones, and a logo that leads to the front page and says so.
const viewport = document.createElement('meta')
viewport.name = 'viewport'
viewport.content = 'width=device-width, initial-scale=1'
document.head.append(viewport)

// The logo that Swagger UI shows until ours replaces it has a style of its own inside, which the page's policy refuses.
window.SwaggerUIStandalonePreset = [window.SwaggerUIStandalonePreset, () => ({ components: { Logo: () => null } })]

new MutationObserver((_, observer) => {
  const logo = document.querySelector('.topbar a.link img')
  if (!logo) return
  logo.alt = 'Pacta, the front page'
  logo.parentElement.href = '/'
  observer.disconnect()
}).observe(document.body, { childList: true, subtree: true })
