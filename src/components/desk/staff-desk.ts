/** Adds the desk to the search of the staff page. Its code comes when the field is used, or a list stands in the address. */
class StaffDesk extends HTMLElement {
  connectedCallback(): void {
    document.querySelector('[data-without-script]')?.remove();
    const load = async () => (await import('./desk.ts')).openDesk(this);
    if (location.hash.startsWith('#basket=')) void load();
    else this.addEventListener('focusin', load, { once: true });
  }
}

customElements.define('staff-desk', StaffDesk);
