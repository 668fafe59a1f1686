/** As much as we use of the compiler of Typst, whose package for one platform brings no types. */
interface Compiler {
  compile(options: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> }): {
    readonly result: object | null;
  };
  pdf(document: object, options: { readonly pdfStandard: string }): Uint8Array;
  evictCache(age: number): void;
}

declare const typst: {
  readonly NodeCompiler: { readonly create: (options: { readonly workspace: string }) => Compiler };
};

export = typst;
