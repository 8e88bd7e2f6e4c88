package dev.linkwright.windows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// What JUnit's console launcher wrote down about a run.
final class ConsoleReport {
    private ConsoleReport() {}

    /// One test of the run.
    ///
    /// @param group its class, with the class it is nested in
    /// @param name the name of its method, and of the single test for a dynamic one
    /// @param failure why it failed; null if it did not
    /// @param skipped why it was skipped; null if it was not
    record Result(String group, String name, @Nullable String failure, @Nullable String skipped) {
        /// The name by which it is listed.
        String id() {
            return group + "." + name;
        }
    }

    /// The tests in the report, in its order.
    static List<Result> read(Path report) throws IOException {
        List<Result> results = new ArrayList<>();
        NodeList cases = document(report).getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String problem = textOf(test, "failure");
            results.add(new Result(shortened(test.getAttribute("classname")), test.getAttribute("name"),
                    problem == null ? textOf(test, "error") : problem, textOf(test, "skipped")));
        }
        return results;
    }

    private static Element document(Path report) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(report.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("no report: " + report, e);
        }
    }

    private static @Nullable String textOf(Element test, String tag) {
        for (Node child = test.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals(tag)) {
                return element.getTextContent();
            }
        }
        return null;
    }

    private static String shortened(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
