/** The part of bpmn-moddle that we use; the package declares the elements but not its class. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    readonly id?: string;
    readonly name?: string;
    $instanceOf?(type: string): boolean;
    [property: string]: unknown;
  }
  export interface ModdleWarning {
    readonly message: string;
    readonly error?: Error;
    readonly property?: string;
    readonly value?: string;
  }
  export interface ParsedXml {
    readonly rootElement: ModdleElement;
    readonly warnings: readonly ModdleWarning[];
  }
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    fromXML(xml: string): Promise<ParsedXml>;
    toXML(
      element: ModdleElement,
      options?: { readonly format?: boolean },
    ): Promise<{ readonly xml: string }>;
  }
}
