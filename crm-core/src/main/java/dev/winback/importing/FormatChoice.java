package dev.winback.importing;

import org.springframework.stereotype.Component;

/** Chooses what the rows of a file mean: as it was said, as it is known, as it was once mapped. */
@Component
class FormatChoice {

  private final RememberedMappings remembered;
  private final MappingJson json;

  FormatChoice(RememberedMappings remembered, MappingJson json) {
    this.remembered = remembered;
    this.json = json;
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
