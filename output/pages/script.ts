/** The scripts of the pages. Every page can be read without them. */

/** Shows all words of a part, and its record, where a link has led to one of them. */
export const reportScript = `(() => {
  const lit = []
  const show = () => {
    for (const one of lit.splice(0)) one.classList.remove('on')
    const [, side, id] = /^#([rw])(\\d+-\\d+)$/.exec(location.hash) ?? []
    if (!id) return
    const words = [...document.querySelectorAll('.text a[data-p~="' + id + '"]')]
    const record = document.getElementById('r' + id)
    for (const one of [...words, record]) if (one) { one.classList.add('on'); lit.push(one) }
    record?.closest('details')?.setAttribute('open', '')
    const other = side === 'r' ? words[0] : record
    other?.scrollIntoView({ block: 'nearest' })
    if (side === 'r') record?.scrollIntoView({ block: 'nearest' })
  }
  addEventListener('hashchange', show)
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    if (link && link.getAttribute('href') === location.hash) show()
  })
  show()
})()
`
