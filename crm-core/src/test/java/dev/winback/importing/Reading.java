package dev.winback.importing;

import dev.winback.shared.Copy;
import dev.winback.shared.Stages;
import dev.winback.shared.Staging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

  Reading(
      PlatformTransactionManager transactions,
      Runs runs,
      Stages stages,
      Copy copy,
      ObjectMapper json,
      Kinds kinds,
      ValueReading values) {
    tools = new Run.Tools(new TransactionTemplate(transactions), runs, stages, copy, json);
    this.kinds = kinds;
    this.values = values;
  }

  public void read(Path csv) throws IOException {
    var file = ImportFile.of(new Upload(csv), null);
    new Run(0, file, new Staged(file.format()), values.values(file.notation()), tools)
        .process(true);
  }

  private final class Staged extends Feed {

    Staged(Format format) {
      super(format, kinds);
    }

    @Override
    List<Stored> settle(Staging staging) {
      return List.of();
    }
  }
}
