/** As much as we use of the compiler of Typst, whose package for one platform brings no types. */
export declare class NodeCompiler {
  static create(options: { readonly workspace: string }): NodeCompiler;
  compile(options: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> }): {
    readonly result: object | null;
  };
  pdf(document: object, options: { readonly pdfStandard: string }): Uint8Array;
  evictCache(age: number): void;
}
