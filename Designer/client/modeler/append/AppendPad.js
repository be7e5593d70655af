// The pad at a selected element: what a clerk needs, without the rarer symbols, which stay in the menu "change element".
const rare = ['append.append-task', 'append.intermediate-event', 'append.receive-task', 'append.message-intermediate-event',
  'append.timer-intermediate-event', 'append.condition-intermediate-event', 'append.signal-intermediate-event', 'append.compensation-activity'];

export class AppendPad {
  constructor(contextPad, appendMenu, translate) {
    this.appendMenu = appendMenu;
    this.translate = translate;
    contextPad.registerProvider(400, this);
  }

  getContextPadEntries(element) {
    const canGoOn = element.businessObject?.$instanceOf?.('bpmn:FlowNode') && element.type !== 'bpmn:EndEvent' && element.type !== 'label';
    const own = canGoOn || element.type === 'bpmn:SequenceFlow'
      ? {
        'append.choice': {
          group: 'model',
          className: 'append-choice',
          title: this.translate('Append element'),
          action: { click: () => this.appendMenu.open(element.id) }
        }
      }
      : {};
    return entries => ({ ...own, ...Object.fromEntries(Object.entries(entries).filter(([name]) => !rare.includes(name))) });
  }
}

AppendPad.$inject = ['contextPad', 'appendMenu', 'translate'];
