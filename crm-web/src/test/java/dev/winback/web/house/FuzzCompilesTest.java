package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fuzz targets are in no usual build: what changes under them is noticed here. */
class FuzzCompilesTest {

  private static final Path SOURCES = Path.of("..", "src", "fuzz", "src", "test", "java");

  /** As much of the fuzzer as the targets name: its own archive is fetched for its profile only. */
  private static final List<JavaFileObject> FUZZER =
      List.of(
          new InMemory(
              "com.code_intelligence.jazzer.junit.FuzzTest",
              "public @interface FuzzTest { String maxDuration(); }"),
          new InMemory(
              "com.code_intelligence.jazzer.api.FuzzedDataProvider",
              """
              public interface FuzzedDataProvider {
                boolean consumeBoolean();
                int consumeInt(int least, int most);
                long consumeLong();
                double consumeDouble();
                String consumeString(int length);
                String consumeRemainingAsString();
                <T> T pickValue(java.util.Collection<T> values);
                int remainingBytes();
              }
              """));

  @TempDir Path classes;

  @Test
  void everyFuzzTargetFitsTheCodeThatItFeeds() throws IOException {
    assertThat(faults(List.of())).isEmpty();
  }

  @Test
  void aTargetOfWhatIsNotThereIsNoticed() throws IOException {
    var wrong = new InMemory("dev.winback.importing.Old", "class Old { Notation of(Gone it); }");
    assertThat(faults(List.of(wrong))).isNotEmpty();
  }

  private List<String> faults(List<JavaFileObject> more) throws IOException {
    var found = new DiagnosticCollector<JavaFileObject>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      var sources = new ArrayList<>(more);
      sources.addAll(FUZZER);
      files.getJavaFileObjects(targets()).forEach(sources::add);
      task(compiler, files, found, sources).call();
    }
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .toList();
  }

  private JavaCompiler.CompilationTask task(
      JavaCompiler compiler,
      StandardJavaFileManager files,
      DiagnosticCollector<JavaFileObject> found,
      List<JavaFileObject> sources) {
    var options = List.of("-proc:none", "-cp", classPath(), "-d", classes.toString());
    return compiler.getTask(new StringWriter(), files, found, options, null, sources);
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static Path[] targets() throws IOException {
    try (var found = Files.walk(SOURCES)) {
      return found.filter(file -> file.toString().endsWith(".java")).toArray(Path[]::new);
    }
  }

  /** One public type with its package in front. */
  private static final class InMemory extends SimpleJavaFileObject {

    private final String text;

    InMemory(String name, String type) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      text = "package " + name.substring(0, name.lastIndexOf('.')) + ";\n" + type;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
