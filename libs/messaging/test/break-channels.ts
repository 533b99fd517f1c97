import type { Channel, ConsumeMessage } from 'amqplib';

/** Remembers the channels on which this process consumes, so that a test can break them from inside. */
const consuming = new Map<string, Channel>();

/** Call it before anything consumes; any channel will do to find the class of all of them. */
export function watchChannels(any: Channel): void {
  const prototype = Object.getPrototypeOf(any) as Channel;
  const consume = prototype.consume;
  prototype.consume = function (this: Channel, queue, ...rest) {
    consuming.set(queue, this);
    return consume.call(this, queue, ...rest);
  };
}

/** Acks a delivery that never was: the broker closes the channel with 406, as it does after a double ack. */
export function provokeChannelError(queue: string): void {
  consuming.get(queue)!.ack({ fields: { deliveryTag: 999_999 } } as ConsumeMessage);
}
