package dev.winback.web.house;

import dev.winback.campaign.CampaignState;
import dev.winback.grant.GrantState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The acts and subjects that the code writes into the audit, read from its sources. */
class AuditActs {

  private static final Pattern NOTE = Pattern.compile("\\baudit\\.(?:note|happened)\\(");
  private static final Pattern METHOD =
      Pattern.compile(
          "\\n  (?:(?:private|public|static|protected) )*[\\w<>?., @\\[\\]]+ (\\w+)\\(([^)]*)\\)[^;{]*\\{");
  private static final Pattern CONSTANT =
      Pattern.compile("static final String ([A-Z_]+) = \"([^\"]*)\";");
  private static final Pattern WORD = Pattern.compile("\"([a-z][a-z._-]*)\"");

  /** Words that are made of a state: all that the state may be. */
  private static final Map<String, List<String>> STATES =
      Map.of(
          "to.code()", codes(CampaignState.values(), CampaignState::code),
          "grant.state().code()", codes(GrantState.values(), GrantState::code));

  final Set<String> actions = new TreeSet<>();
  final Set<String> subjects = new TreeSet<>();
  final Set<String> unread = new TreeSet<>();

  private static <S> List<String> codes(S[] states, Function<S, String> code) {
    return Stream.of(states).map(code).toList();
  }

  private final Map<String, String> constants = new HashMap<>();
  private String file = "";
  private String text = "";

  static AuditActs read() throws IOException {
    var acts = new AuditActs();
    var sources = new TreeMap<String, String>();
    for (var root : List.of("../crm-core", "../crm-mail", "../crm-web")) {
      try (Stream<Path> files = Files.walk(Path.of(root, "src/main/java"))) {
        for (var source : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
          sources.put(source.getFileName().toString(), Files.readString(source));
        }
      }
    }
    sources.forEach(acts::constants);
    sources.forEach(acts::read);
    return acts;
  }

  private void constants(String name, String source) {
    var type = name.replace(".java", ".");
    CONSTANT.matcher(source).results().forEach(c -> constants.put(type + c.group(1), c.group(2)));
  }

  void read(String name, String source) {
    file = name;
    text = source;
    NOTE.matcher(text)
        .results()
        .forEach(
            note -> {
              var said = arguments(note.end());
              actions.addAll(words(said.get(1), note.start()));
              subjects.addAll(words(said.get(2), note.start()));
            });
  }

  private Set<String> words(String said, int at) {
    var found = new TreeSet<String>();
    if (STATES.containsKey(said)) {
      found.addAll(STATES.get(said));
    } else if (constants.containsKey(said)) {
      found.add(constants.get(said));
    } else if (said.matches("\"[^\"]*\" \\+ .*")) {
      int plus = said.indexOf(" + ");
      words(said.substring(plus + 3), at)
          .forEach(rest -> found.add(said.substring(1, plus - 1) + rest));
    } else if (said.contains("\"")) {
      WORD.matcher(said.substring(said.indexOf('?') + 1))
          .results()
          .forEach(w -> found.add(w.group(1)));
    } else {
      found.addAll(named(said, at));
    }
    if (found.isEmpty()) {
      unread.add(file + ": " + said);
    }
    return found;
  }

  /** A variable of the method, else its parameter as its callers in the file say it. */
  private Set<String> named(String name, int at) {
    var method = METHOD.matcher(text).results().filter(m -> m.start() < at).reduce((a, b) -> b);
    if (method.isEmpty() || !name.matches("\\w+")) {
      return Set.of();
    }
    var body = text.substring(method.get().end(), at);
    var local = Pattern.compile("var " + name + " =\\s+([^;]*);").matcher(body);
    if (local.find()) {
      return words(local.group(1), at);
    }
    return said(method.get().group(1), place(name, method.get().group(2)));
  }

  private static int place(String name, String parameters) {
    return List.of(parameters.replaceAll("[^,]*?(\\w+)\\s*(,|$)", "$1,").split(",")).indexOf(name);
  }

  private Set<String> said(String method, int place) {
    var found = new TreeSet<String>();
    Pattern.compile("\\b" + method + "\\(")
        .matcher(text)
        .results()
        .filter(call -> called(text.substring(0, call.start()).stripTrailing()))
        .map(call -> new Call(arguments(call.end()), call.start()))
        .filter(call -> place >= 0 && place < call.said().size())
        .forEach(call -> found.addAll(words(call.said().get(place), call.at())));
    return found;
  }

  private record Call(List<String> said, int at) {}

  /** Not where it is declared, after its type, and not another's of the same name. */
  private static boolean called(String before) {
    return before.matches("(?s).*(?:\\breturn|->|[^\\w.>\\]])");
  }

  /** What stands between the bracket that is open and the one that closes it. */
  private List<String> arguments(int from) {
    var found = new ArrayList<String>();
    int depth = 0;
    int begin = from;
    for (int i = from; depth >= 0; i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth < 0 || depth == 0 && c == ',') {
        found.add(text.substring(begin, i).strip().replaceAll("\\s+", " "));
        begin = i + 1;
      }
    }
    return found;
  }
}
