package dev.winback.web.weekly;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The letter on Monday in its order; {@code counted} is empty when there is nothing to say. */
public record WeeklyParts(
    String subject,
    String greeting,
    String sentence,
    String counted,
    List<Way> waits,
    List<Way> ways,
    String why) {

  /** A way into the program: its words and its address, empty where there is none. */
  public record Way(String words, String address) {

    String text(String between) {
      return address.isEmpty() ? words : words + between + address;
    }
  }

  /** As plain text. */
  String text() {
    var waiting =
        waits.stream().map(way -> "- " + way.text(":\n  ")).collect(Collectors.joining("\n"));
    var there = ways.stream().map(way -> way.text(":\n")).collect(Collectors.joining("\n\n"));
    return Stream.of(greeting, sentence, counted, waiting, there, why)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }
}
