package dev.winback.importing;

import dev.winback.testing.CoreApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Loads one file in a JVM of its own: database, file, how often. */
public final class BigImport {

  private BigImport() {}

  public static void main(String[] arguments) throws IOException {
    var application =
        new SpringApplicationBuilder(CoreApplication.class)
            .web(WebApplicationType.NONE)
            .properties("spring.datasource.url=" + arguments[0]);
    try (var context = application.run()) {
      var loading = context.getBean(Loading.class);
      for (int time = 0; time < 2; time++) {
        load(loading, Path.of(arguments[1]));
      }
    }
  }

  private static void load(Loading loading, Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
      var run = loading.load(content, false);
      System.out.printf(
          "RUN %s rows=%d created=%d same=%d rejected=%d seconds=%.0f%n",
          run.state(), run.rows(), run.created(), run.same(), run.rejected(), run.seconds());
    }
  }
}
