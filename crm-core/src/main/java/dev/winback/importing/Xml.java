package dev.winback.importing;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML of a stranger as a stream of events: no document type, no entities, no depth. The reader
 * skips what nobody asks for, so that a comment of a gigabyte is never held in memory.
 */
final class Xml {

  private static final int DEPTH = 64;
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader reader;

  /** Is shown each event. */
  interface Taker {
    void take(Xml xml) throws IOException;
  }

  private Xml(XMLStreamReader reader) {
    this.reader = reader;
  }

  private static XMLInputFactory factory() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    return factory;
  }

  static void read(InputStream in, Taker taker) throws IOException {
    var reader = opened(in);
    var xml = new Xml(reader);
    int depth = 0;
    for (int event = next(reader); event != XMLStreamConstants.END_DOCUMENT; event = next(reader)) {
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      if (depth > DEPTH || event == XMLStreamConstants.DTD) {
        throw new FileRefused("broken-xml");
      }
      taker.take(xml);
    }
  }

  private static XMLStreamReader opened(InputStream in) {
    try {
      return FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw refused(e);
    }
  }

  private static int next(XMLStreamReader reader) {
    try {
      return reader.next();
    } catch (XMLStreamException | RuntimeException e) {
      throw refused(e);
    }
  }

  /**
   * A reader in trouble throws many things; only a file that was refused already keeps its reason.
   */
  private static FileRefused refused(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileRefused refused) {
        return refused;
      }
    }
    return new FileRefused("broken-xml");
  }

  /** Thrown by a taker that has seen enough. */
  static final class Stopped extends RuntimeException {

    Stopped() {
      super(null, null, false, false);
    }
  }

  boolean starts(String name) {
    return reader.isStartElement() && reader.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return reader.isEndElement() && reader.getLocalName().equals(name);
  }

  boolean starts() {
    return reader.isStartElement();
  }

  boolean ends() {
    return reader.isEndElement();
  }

  String name() {
    return reader.getLocalName();
  }

  /** Empty when it is not there. */
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Only here is a text looked at, and found to have signs that no XML has. */
  String text() {
    try {
      return reader.isCharacters() ? reader.getText() : "";
    } catch (RuntimeException e) {
      throw refused(e);
    }
  }
}
