package dev.winback.importing;

import static org.awaitility.Awaitility.await;
import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import dev.winback.staff.Actor;
import dev.winback.staff.Role;
import dev.winback.testing.Stories;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads files as a manager would and waits for the end. */
@Component
public class Loading {

  /** Milliseconds. */
  private static final int SELDOM = 500;

  private final Imports imports;
  private final ImportHistory history;
  private final Stories stories;

  Loading(Imports imports, ImportHistory history, Stories stories) {
    this.imports = imports;
    this.history = history;
    this.stories = stories;
  }

  public Actor manager() {
    return stories.member("manager", Role.MANAGER);
  }

  public ImportRun load(String csv) {
    return load(csv.getBytes(StandardCharsets.UTF_8), false);
  }

  public ImportRun tryOut(String csv) {
    return load(csv.getBytes(StandardCharsets.UTF_8), true);
  }

  public ImportRun load(byte[] content, boolean dryRun) {
    try (var in = new ByteArrayInputStream(content)) {
      return load(in, dryRun);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ImportRun load(InputStream content, boolean dryRun) {
    return finished(imports.start("file.csv", content, "auto", dryRun, manager()));
  }

  public ImportRun ofShop(@Nullable String shop, byte[] content) {
    try (var in = new ByteArrayInputStream(content)) {
      return finished(
          imports.start(
              "orders.csv", in, new LoadOptions("auto", null, shop, null, false), manager()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ImportRun takeBack(ImportRun run) {
    imports.takeBack(run.id(), manager());
    return finished(run.id());
  }

  public ImportRun run(long id) {
    return imports.run(id, manager());
  }

  /** Asked ever more seldom: 50 questions a second were a tenth of what a large load cost. */
  public ImportRun finished(long id) {
    // looked for once: with each question it was a tenth of what a large load costs the JVM
    var manager = manager();
    await()
        .atMost(Duration.ofMinutes(15))
        .pollInterval(
            iterative(
                waited -> waited.toMillis() < SELDOM ? waited.multipliedBy(2) : waited,
                Duration.ofMillis(10)))
        .until(() -> !imports.run(id, manager).running());
    return imports.run(id, manager);
  }

  /** Line, column and code of each rejected row. */
  public List<String> problems(ImportRun run) {
    return history.problems(run.id(), ProblemFilter.NONE, null, manager()).items().stream()
        .map(
            p ->
                p.line()
                    + " "
                    + p.column()
                    + " "
                    + p.sentence().key().substring("importing.error.".length()))
        .toList();
  }
}
