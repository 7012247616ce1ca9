//! CEL by the crate `cel`: expressions are compiled once, and judge one plan after the other.

use std::sync::Arc;

use cel::{Context, ExecutionError, Program, Value};

use crate::{Engine, Fault, Verdicts};

const POLICY: &str = include_str!("../../../cel/policy.cel");

pub(crate) struct Cel {
    programs: Vec<(String, Program)>,
}

/// A plan, and the parts of it that expressions name.
pub(crate) struct Input {
    plan: Value,
    parts: Vec<(&'static str, Value)>,
}

impl Cel {
    pub(crate) fn new() -> Result<Self, Fault> {
        let lines = POLICY.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let programs = lines.map(|line| {
            let (name, expression) = line.split_once(" = ").ok_or("a line has no name")?;
            Ok((name.to_owned(), Program::compile(expression).map_err(|fault| fault.to_string())?))
        });
        Ok(Self { programs: programs.collect::<Result<_, Fault>>()? })
    }
}

/// The sum of shares, which CEL does not have.
fn sum(shares: Arc<Vec<Value>>) -> Result<f64, ExecutionError> {
    Ok(shares.iter().map(|share| if let Value::Float(share) = share { *share } else { 0.0 }).sum())
}

impl Engine for Cel {
    type Input = Input;

    fn read(&self, text: &str) -> Result<Input, Fault> {
        let plan: serde_json::Value = yaml_serde::from_str(text)?;
        let part = |name: &'static str| Ok::<_, Fault>((name, cel::to_value(&plan[name]).map_err(|fault| fault.to_string())?));
        Ok(Input { plan: cel::to_value(&plan).map_err(|fault| fault.to_string())?, parts: vec![part("organisationen")?, part("stellen")?] })
    }

    fn judge(&mut self, input: &Input) -> Result<Verdicts, Fault> {
        let mut context = Context::default();
        context.add_function("sum", sum).map_err(|fault| fault.to_string())?;
        context.add_variable_from_value("plan", input.plan.clone());
        for (name, part) in &input.parts {
            context.add_variable_from_value(*name, part.clone());
        }
        let mut verdicts = Verdicts::default();
        let demands = self.programs.len() - verdicts.len();
        for (at, (name, program)) in self.programs.iter().enumerate() {
            let value = program.execute(&context).map_err(|fault| format!("{name}: {fault}"))?;
            match (at.checked_sub(demands), value) {
                (Some(demand), Value::String(outcome)) => verdicts[demand] = outcome.to_string(),
                (_, value) => context.add_variable_from_value(name.as_str(), value),
            }
        }
        Ok(verdicts)
    }
}
