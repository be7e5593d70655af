// Sends the drawing to the server after each change, one at a time, and keeps a copy in the browser until the server has stored it.
const pause = 250;

export class ChangeFeed {
  constructor(modeler, listener, copy) {
    this.modeler = modeler;
    this.listener = listener;
    this.copy = copy;
    this.changes = 0;
    this.sent = 0;
    this.quiet = 0;
    this.taken = 0;
    this.sending = Promise.resolve();
    modeler.on('commandStack.changed', ({ trigger }) => this.#changed(trigger));
  }

  // Position in the canvas's own history; negative before the first command.
  get position() {
    return this.modeler.get('commandStack')._stackIdx;
  }

  // Runs what the server asked for: it knows already. What was drawn meanwhile is sent afterwards, with both in it.
  async quietly(action) {
    this.quiet++;
    try {
      return await action();
    } finally {
      this.quiet--;
      this.taken++;
      if (this.changes !== this.sent) {
        this.#schedule();
      }
    }
  }

  // The drawing was replaced as a whole; there is nothing left to send.
  replaced() {
    this.sent = this.changes;
  }

  // Whether everything drawn has been taken over.
  get isSent() {
    return this.sent === this.changes;
  }

  flush() {
    clearTimeout(this.timer);
    this.sending = this.sending.then(() => this.#send()).catch(error => console.error('The drawing could not be sent.', error));
    return this.sending;
  }

  stored(number) {
    if (number >= this.changes) {
      this.copy.forget();
    }
  }

  stop() {
    clearTimeout(this.timer);
    this.stopped = true;
  }

  #changed(trigger) {
    if (this.quiet > 0 || trigger === 'clear') {
      return;
    }
    this.changes++;
    this.#schedule();
  }

  #schedule() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  async #send() {
    if (this.stopped || this.sent === this.changes) {
      return;
    }
    const number = this.changes;
    const { position, taken } = this;
    const { xml } = await this.modeler.saveXML();
    await this.copy.write(xml);
    try {
      const file = DotNet.createJSStreamReference(new TextEncoder().encode(xml));
      // The server takes no drawing that lacks something it has sent; that one comes again.
      if (await this.listener.invokeMethodAsync('ChangedAsync', file, position, number, taken)) {
        this.sent = number;
      }
    } catch {
      // The connection is cut; the copy in the browser is offered when the page opens again.
    }
  }
}
