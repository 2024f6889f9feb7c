package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The floors as README.md draws them are those that the build holds. */
class FloorsPictureTest {

  private static final String CORE = "crm-core   ";

  @Test
  void readmeDrawsTheFloorsAsTheyAre() throws IOException {
    assertThat(drawn()).containsExactlyElementsOf(held());
  }

  private static List<Set<String>> drawn() throws IOException {
    var readme = Files.readString(Path.of("../README.md"));
    var picture = readme.substring(readme.indexOf(CORE) + CORE.length());
    return Stream.of(picture.substring(0, picture.indexOf("```")).split("│"))
        .<Set<String>>map(floor -> new TreeSet<>(List.of(floor.strip().split(" "))))
        .toList();
  }

  private static List<Set<String>> held() {
    var floors = new TreeMap<Integer, Set<String>>(Comparator.reverseOrder());
    Floors.OF_FEATURES.forEach(
        (name, floor) -> floors.computeIfAbsent(floor, f -> new TreeSet<>()).add(name));
    floors.values().removeIf(floor -> floor.contains("mail") || floor.contains("web"));
    return List.copyOf(floors.values());
  }
}
