package dev.winback.web.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A line of {@code access/*.csv}: what each role gets from one endpoint. */
record AccessRow(String method, String path, String record, Map<String, String> cells) {

  private static final String HEADER =
      "method,path,record,admin,manager,rep,rep_foreign,marketing,anonymous";

  static List<AccessRow> all() {
    var rows = new ArrayList<AccessRow>();
    try {
      for (var file :
          new PathMatchingResourcePatternResolver().getResources("classpath:access/*.csv")) {
        var lines = file.getContentAsString(StandardCharsets.UTF_8).strip().lines().toList();
        if (!lines.get(0).equals(HEADER)) {
          throw new IllegalStateException(file.getFilename() + " has another header");
        }
        lines.stream().skip(1).filter(l -> !l.isBlank()).map(AccessRow::of).forEach(rows::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  static AccessRow of(String line) {
    var parts = line.split(",", -1);
    var names = HEADER.split(",");
    var cells = new LinkedHashMap<String, String>();
    for (int i = 3; i < names.length; i++) {
      cells.put(names[i], parts[i].strip());
    }
    return new AccessRow(parts[0], parts[1], parts[2], cells);
  }

  String endpoint() {
    return method + " " + path;
  }

  boolean erases() {
    return method.equals("DELETE") || path.endsWith("/erasure") || path.endsWith("/removal");
  }

  boolean isApi() {
    return path.startsWith("/api/");
  }
}
