package dev.winback.importing;

import dev.winback.shared.Refused;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;

/** Mappings as the API and the tables hold them. */
@Component
class MappingJson {

  private final ObjectMapper json;

  MappingJson(ObjectMapper json) {
    this.json = json;
  }

  /** A word that is misspelt is refused instead of being passed over. */
  Mapping read(String text) {
    try {
      return json.readerFor(Mapping.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(text);
    } catch (JacksonException e) {
      throw Refused.field("mapping", "refused.mapping-json", Values.shown(e.getOriginalMessage()));
    }
  }

  String written(Mapping mapping) {
    return json.writeValueAsString(mapping);
  }
}
