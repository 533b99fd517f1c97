// Asked by the container engine: is this service ready, with everything that it needs?
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/ready`).catch(
  () => undefined,
);
process.exit(answer?.ok ? 0 : 1);
