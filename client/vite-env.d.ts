/** Types of imports that Vite resolves: styles and asset addresses. */
declare module '*.css' {}
declare module '*?url' {
  const url: string;
  export default url;
}
declare module '@fontsource-variable/inter' {}
declare module '@fontsource-variable/noto-naskh-arabic' {}
declare module '@fontsource-variable/noto-sans-arabic' {}
declare module '@fontsource-variable/source-serif-4' {}
declare module 'cytoscape-fcose' {
  import type { Ext } from 'cytoscape';
  const extension: Ext;
  export default extension;
}
