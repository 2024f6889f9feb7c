package dev.winback.importing;

import java.io.IOException;
import org.springframework.stereotype.Component;

/** Chooses what the rows of a file mean: as it was said, as it is known, as it was once mapped. */
@Component
class FormatChoice {

  private final RememberedMappings remembered;
  private final MappingJson json;
  private final FirstFiles firstFiles;

  FormatChoice(RememberedMappings remembered, MappingJson json, FirstFiles firstFiles) {
    this.remembered = remembered;
    this.json = json;
    this.firstFiles = firstFiles;
  }

  ImportFile open(Upload upload, Asked asked) throws IOException {
    return ImportFile.of(upload, asked.encoding(), header -> of(header, asked), firstFiles::of);
  }

  /** {@link NotUnderstood} where a person is asked. */
  Format of(Header header, Asked asked) {
    if (asked.mapping() != null) {
      return MappedFormat.of(header, json.read(asked.mapping()));
    }
    if (asked.byHand()) {
      throw new NotUnderstood("by-hand");
    }
    try {
      return Formats.of(header, asked.type());
    } catch (NotUnderstood unknown) {
      var mapping = remembered.of(header);
      if (mapping.isEmpty()) {
        throw unknown;
      }
      return MappedFormat.of(header, mapping.get().mapping());
    }
  }
}
