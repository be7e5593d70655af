// The tools at the canvas's edge: few, with words. Governance activities stand in the list beside the canvas.
export class Tools {
  constructor(palette, create, elementFactory, handTool, lassoTool, spaceTool, globalConnect, translate) {
    Object.assign(this, { create, elementFactory, handTool, lassoTool, spaceTool, globalConnect, translate });
    // Twelve entries fit one column on any screen that is wide enough to draw on.
    palette._needsCollapse = () => false;
    palette.registerProvider(this);
  }

  getPaletteEntries() {
    return {
      hand: this.#tool('bpmn-icon-hand-tool', 'Activate hand tool', event => this.handTool.activateHand(event)),
      lasso: this.#tool('bpmn-icon-lasso-tool', 'Activate lasso tool', event => this.lassoTool.activateSelection(event)),
      space: this.#tool('bpmn-icon-space-tool', 'Activate create/remove space tool', event => this.spaceTool.activateSelection(event)),
      connect: this.#tool('bpmn-icon-connection-multi', 'Activate global connect tool', event => this.globalConnect.start(event)),
      separator: { group: 'tools', separator: true },
      start: this.#element('bpmn:StartEvent', 'bpmn-icon-start-event-none', 'Create start event'),
      step: this.#element('bpmn:UserTask', 'bpmn-icon-user-task', 'Create task'),
      condition: this.#element('bpmn:ExclusiveGateway', 'bpmn-icon-gateway-xor', 'Create gateway'),
      parallel: this.#element('bpmn:ParallelGateway', 'bpmn-icon-gateway-parallel', 'Create parallel gateway'),
      timer: this.#element('bpmn:IntermediateCatchEvent', 'bpmn-icon-intermediate-event-catch-timer', 'Create timer event', { eventDefinitionType: 'bpmn:TimerEventDefinition' }),
      scope: this.#element('bpmn:SubProcess', 'bpmn-icon-subprocess-expanded', 'Create expanded sub-process', { isExpanded: true }),
      end: this.#element('bpmn:EndEvent', 'bpmn-icon-end-event-none', 'Create end event'),
      note: this.#element('bpmn:TextAnnotation', 'bpmn-icon-text-annotation', 'Create text annotation')
    };
  }

  #tool(className, title, click) {
    return { group: 'tools', className, title: this.translate(title), action: { click } };
  }

  #element(type, className, title, options = {}) {
    const start = event => this.create.start(event, this.elementFactory.createShape({ type, ...options }));
    return { group: 'elements', className, title: this.translate(title), action: { dragstart: start, click: start } };
  }
}

Tools.$inject = ['palette', 'create', 'elementFactory', 'handTool', 'lassoTool', 'spaceTool', 'globalConnect', 'translate'];
