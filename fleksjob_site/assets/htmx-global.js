export default window.htmx;
