package dev.winback.importing;

import dev.winback.shared.Copy;
import dev.winback.shared.Stages;
import dev.winback.shared.Staging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/** The first half of an import of purchases: parse, validate, COPY into the staging tables. */
@Component
public class Reading {

  private final Run.Tools tools;
  private final Kinds kinds;
  private final ValueReading values;
  private final Node node;
  private final JdbcClient jdbc;

  Reading(
      PlatformTransactionManager transactions,
      Runs runs,
      RunEnds ends,
      Parts parts,
      Stages stages,
      Copy copy,
      ObjectMapper json,
      Kinds kinds,
      ValueReading values,
      Node node,
      JdbcClient jdbc) {
    tools =
        new Run.Tools(
            new TransactionTemplate(transactions),
            runs,
            ends,
            parts,
            stages,
            copy,
            json,
            () -> false);
    this.node = node;
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.values = values;
  }

  public void read(Path csv) throws IOException {
    var file = ImportFile.of(new Upload(csv), header -> Formats.of(header, null));
    var values = this.values.values(file.notation());
    long id = run();
    try {
      new Run(id, file, new Staged(file.format()), values, tools).process(true);
    } catch (Cancelled halfWay) {
      tools.inTransaction(() -> tools.stages().drop(Staging.ofRun(id), ""));
    }
  }

  private long run() {
    return jdbc.sql(
            "insert into import_run (file_name, state, node) values ('reading', 'running', :node) returning id")
        .param("node", node.name())
        .query(Long.class)
        .single();
  }

  private final class Staged extends Feed {

    Staged(Format format) {
      super(format, kinds);
    }

    @Override
    List<Stored> settle(Staging staging) {
      throw new Cancelled();
    }
  }
}
