package by.pobach.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Java files as javac reads them, for rules about the text and not the class. */
record Syntax(List<Type> types, List<Method> methods, List<Literal> literals, List<Call> calls) {

    record Type(String module, String file, ClassTree tree) {}

    /** {@code lines} between the braces; {@code null} bodies are left out. */
    record Method(String file, String name, int lines) {}

    record Literal(String module, String file, long line, String text) {}

    record Call(String file, long line, MethodInvocationTree tree) {}

    static Syntax of(House house) {
        var all = new Syntax(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(house.files(".java"));
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
            for (CompilationUnitTree unit : task.parse()) {
                Path path = house.sources()
                        .resolve(Path.of(unit.getSourceFile().toUri()).toAbsolutePath());
                Path file = house.sources().toAbsolutePath().relativize(path);
                var reader = new Reader(
                        all,
                        Trees.instance(task),
                        unit,
                        house.moduleOf(house.sources().resolve(file)),
                        file.toString());
                reader.scan(unit, unit.getLineMap());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static final class Reader extends TreeScanner<Void, LineMap> {
        private final Syntax all;
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final String module;
        private final String file;

        Reader(Syntax all, Trees trees, CompilationUnitTree unit, String module, String file) {
            this.all = all;
            this.trees = trees;
            this.unit = unit;
            this.module = module;
            this.file = file;
        }

        @Override
        public Void visitClass(ClassTree tree, LineMap lines) {
            all.types.add(new Type(module, file, tree));
            return super.visitClass(tree, lines);
        }

        @Override
        public Void visitMethod(MethodTree tree, LineMap lines) {
            if (tree.getBody() != null) {
                long end = lines.getLineNumber(trees.getSourcePositions().getEndPosition(unit, tree.getBody()) - 1);
                long between = Math.max(0, end - line(tree.getBody(), lines) - 1);
                all.methods.add(new Method(file, tree.getName().toString(), (int) between));
            }
            return super.visitMethod(tree, lines);
        }

        @Override
        public Void visitLiteral(LiteralTree tree, LineMap lines) {
            if (tree.getValue() instanceof String text) {
                all.literals.add(new Literal(module, file, line(tree, lines), text));
            }
            return super.visitLiteral(tree, lines);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, LineMap lines) {
            all.calls.add(new Call(file, line(tree, lines), tree));
            return super.visitMethodInvocation(tree, lines);
        }

        private long line(Tree tree, LineMap lines) {
            return lines.getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
        }
    }
}
