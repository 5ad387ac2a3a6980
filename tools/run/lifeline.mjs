// Loaded into every task before its own code: if the launcher above it is killed outright, the task and what it
// started still end in good order instead of living on with their port and their database.
if (process.channel) {
  process.once('disconnect', () => {
    try {
      process.kill(-process.pid, 'SIGTERM');
    } catch {
      // Not the first of a group (Windows): then only the task itself.
      process.kill(process.pid, 'SIGTERM');
    }
  });
  process.channel.unref();
}
