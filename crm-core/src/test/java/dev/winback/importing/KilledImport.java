package dev.winback.importing;

import dev.winback.testing.CoreApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node that loads one file, or goes on with what a killed one left: database, file, folder of
 * uploads.
 */
public final class KilledImport {

  private KilledImport() {}

  public static void main(String[] arguments) throws IOException {
    var application =
        new SpringApplicationBuilder(CoreApplication.class)
            .web(WebApplicationType.NONE)
            .properties(
                "spring.datasource.url=" + arguments[0], "winback.data-dir=" + arguments[2]);
    try (var context = application.run()) {
      var loading = context.getBean(Loading.class);
      var jdbc = context.getBean(JdbcClient.class);
      var left = jdbc.sql("select max(id) from import_run").query(Long.class).optional();
      System.out.println("BEGUN");
      var run = left.map(loading::finished).orElse(null);
      if (run == null) {
        try (var content = Files.newInputStream(Path.of(arguments[1]))) {
          run = loading.load(content, false);
        }
      }
      System.out.printf(
          "RUN %s rows=%d created=%d rejected=%d%n",
          run.state(), run.rows(), run.created(), run.rejected());
    }
  }
}
